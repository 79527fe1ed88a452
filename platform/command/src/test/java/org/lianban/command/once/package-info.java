package org.lianban.command.once;
