/** Real PostgreSQL and Kafka on this machine, kept on disk for a deployment or thrown away after a test. */
package org.lianban.servers;
