import client.department.api.TasksApi;
import client.department.model.Delivery;
import client.department.model.Reply;
import client.department.model.ReplyAnswer;
import client.department.model.TaskRepliesForm;
import client.intake.api.ApplicationsApi;
import client.intake.model.CaseAnswer;
import client.intake.model.Filing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files a case, fetches what comes to 公安, accepts it. Says in its last line what came of it. */
public final class Story {
    private Story() {}

    /** @param arguments intake-service, department-adapter, the file of an application */
    public static void main(String[] arguments) throws Exception {
        client.intake.ApiClient intake = new client.intake.ApiClient();
        intake.updateBaseUri(arguments[0]);
        client.department.ApiClient department = new client.department.ApiClient();
        department.updateBaseUri(arguments[1]);
        Filing filing = intake.getObjectMapper().readValue(Files.readString(Path.of(arguments[2])), Filing.class);

        CaseAnswer filed = new ApplicationsApi(intake).applicationSubmit(filing, "java-" + System.nanoTime());

        TasksApi tasks = new TasksApi(department);
        Delivery task = tasks.taskTasks(arguments[3], 10, 20).getTasks().stream()
                .filter(t -> filed.getCaseNo().equals(t.getCaseNo())).findFirst().orElseThrow();
        Reply reply = new Reply().replyId("java-1-" + task.getTaskId()).taskId(task.getTaskId())
                .type(Reply.TypeEnum.ACCEPTED).noticeNo("受2026-1");
        ReplyAnswer answer = tasks.taskReplies(arguments[3], new TaskRepliesForm().replies(List.of(reply)))
                .getAnswers().getFirst();

        System.out.println("{\"caseNo\":\"" + filed.getCaseNo() + "\",\"taskId\":\"" + task.getTaskId()
                + "\",\"result\":\"" + answer.getStatus() + "\"}");
    }
}
