package org.lianban.command;
