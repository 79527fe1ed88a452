package org.lianban.security;
