/** The adapter on real servers: Kafka in, HTTP to departments, Kafka out. */
package org.lianban.department.e2e;
