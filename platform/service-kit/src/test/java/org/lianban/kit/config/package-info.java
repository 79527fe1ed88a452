/** What starts with every service. */
package org.lianban.kit.config;
