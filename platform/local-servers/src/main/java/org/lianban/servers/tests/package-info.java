/** What every test run is held to: no buffer leaks, and no log that nobody expected. Only for tests. */
@NullMarked
package org.lianban.servers.tests;

import org.jspecify.annotations.NullMarked;
