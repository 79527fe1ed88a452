package org.lianban.form;
