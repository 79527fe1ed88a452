/** What simulated departments do with their tasks, and what they remember. */
package org.lianban.standalone.departments;
