package org.lianban.text;
