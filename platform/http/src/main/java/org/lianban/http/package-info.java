/** The one door for HTTP: who asks, what was sent, and how a refusal is said. */
package org.lianban.http;
