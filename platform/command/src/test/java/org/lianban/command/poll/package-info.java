package org.lianban.command.poll;
