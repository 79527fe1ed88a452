package org.lianban.intake.application;

import java.util.List;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Application.Notice;

/** 一次告知书 as issued. @param defects every one of that round */
public record IssuedNotice(String caseNo, int round, Notice notice, List<Defect> defects) {}
