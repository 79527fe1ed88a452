/** What every test run is held to: no buffer leaks, and no log that nobody expected. Only for tests. */
package org.lianban.servers.tests;
