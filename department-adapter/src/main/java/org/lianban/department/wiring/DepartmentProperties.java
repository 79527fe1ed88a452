package org.lianban.department.wiring;

import org.lianban.department.work.Settings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code lianban.department.*}; secrets of channels stand beside it as {@code lianban.department.secrets.<name>}. */
@ConfigurationProperties("lianban")
public record DepartmentProperties(Settings department) {}
