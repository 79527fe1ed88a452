package org.lianban.http;
