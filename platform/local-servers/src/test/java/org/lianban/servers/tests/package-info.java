package org.lianban.servers.tests;
