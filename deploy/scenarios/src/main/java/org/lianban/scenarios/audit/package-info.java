/** Whether the books of the services and of the departments agree. */
package org.lianban.scenarios.audit;
