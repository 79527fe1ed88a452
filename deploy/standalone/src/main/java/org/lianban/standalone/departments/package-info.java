/** Simulated departments: clients of the departments' pull contract over real HTTP, with a durable log each. */
package org.lianban.standalone.departments;
