@NullMarked
package org.lianban.servers.tests;

import org.jspecify.annotations.NullMarked;
