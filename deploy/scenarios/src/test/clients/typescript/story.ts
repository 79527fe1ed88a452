import { readFileSync } from 'node:fs';
import { TasksApi } from './department/apis/TasksApi';
import { ReplyTypeEnum } from './department/models/Reply';
import { Configuration as DepartmentConfiguration } from './department/runtime';
import { ApplicationsApi } from './intake/apis/ApplicationsApi';
import { FilingFromJSON } from './intake/models/Filing';
import { Configuration as IntakeConfiguration } from './intake/runtime';

/** Files a case, fetches what comes to the department, accepts it. Says in its last line what came of it. */
async function story(intake: string, adapter: string, application: string, department: string): Promise<void> {
  const filing = FilingFromJSON(JSON.parse(readFileSync(application, 'utf8')));
  const filed = await new ApplicationsApi(new IntakeConfiguration({ basePath: intake }))
    .applicationSubmit({ filing, idempotencyKey: `ts-${Date.now()}` });

  const tasks = new TasksApi(new DepartmentConfiguration({ basePath: adapter }));
  const pulled = await tasks.taskTasks({ id: department, max: 10, wait: 20 });
  const task = pulled.tasks.find((t) => t.caseNo === filed.caseNo);
  if (!task) {
    throw new Error(`nothing came to ${department}`);
  }
  const replied = await tasks.taskReplies({
    id: department,
    taskRepliesForm: {
      replies: [{ replyId: `ts-1-${task.taskId}`, taskId: task.taskId, type: ReplyTypeEnum.Accepted, noticeNo: '受2026-1' }],
    },
  });
  console.log(JSON.stringify({ caseNo: filed.caseNo, taskId: task.taskId, result: replied.answers[0].status }));
}

const [intake, adapter, application, department] = process.argv.slice(2);
story(intake, adapter, application, department).catch((failed: unknown) => {
  console.error(failed);
  process.exit(1);
});
