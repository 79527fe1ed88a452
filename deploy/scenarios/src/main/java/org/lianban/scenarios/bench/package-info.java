/** The benchmark workload of joint approval, driven through the HTTP and Kafka doors that everybody uses. */
@NullMarked
package org.lianban.scenarios.bench;

import org.jspecify.annotations.NullMarked;
