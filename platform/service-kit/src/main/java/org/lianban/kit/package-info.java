/** What every service wires alike: errors, actors, the local copy of the catalogue, meters, health. */
package org.lianban.kit;
