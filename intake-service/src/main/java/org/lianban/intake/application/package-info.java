/** The life of one application at intake: decided and applied, with one transition table. */
package org.lianban.intake.application;
