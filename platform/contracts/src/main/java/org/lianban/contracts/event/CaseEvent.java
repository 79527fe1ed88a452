package org.lianban.contracts.event;

/**
 * 办件事件: one thing that happened to a case. The four services that say something of a case have a topic and a family each;
 * whoever listens to several switches over all of them, so that a new event is not overlooked anywhere.
 */
public sealed interface CaseEvent permits IntakeEvent, DispatchEvent, DepartmentEvent, ResultEvent {
    String caseNo();
}
