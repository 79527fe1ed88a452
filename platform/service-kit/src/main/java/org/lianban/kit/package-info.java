/** What every service wires alike: errors, actors, the local copy of the catalogue, meters, health. */
@NullMarked
package org.lianban.kit;

import org.jspecify.annotations.NullMarked;
