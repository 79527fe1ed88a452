/**
 * Digests, signatures and check characters, each computed in one place; and what keeps personal data unreadable where
 * it rests: SM4-GCM with keys that stand in a file of their own. Knows no framework.
 */
package org.lianban.security;
