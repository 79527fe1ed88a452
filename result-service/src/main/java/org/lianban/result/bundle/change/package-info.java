/**
 * What a transaction changed of a case and what a command may look at: the words in which the other slices follow and
 * command.
 */
@NullMarked
package org.lianban.result.bundle.change;

import org.jspecify.annotations.NullMarked;
