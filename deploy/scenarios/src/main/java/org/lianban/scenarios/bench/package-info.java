/** The benchmark workload of joint approval, driven through the HTTP and Kafka doors that everybody uses. */
package org.lianban.scenarios.bench;
