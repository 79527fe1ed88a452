package org.lianban.command;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the request body ({@code /applicant/idNumber}), {@code ?name} for a query parameter, or the name of a
 *     header
 * @param code stable, upper case, for programs
 * @param message for people, in Chinese where applicants or clerks read it
 */
public record Fault(String pointer, String code, String message) {}
