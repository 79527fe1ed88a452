package org.lianban.servers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Starts Kafka, sends a record, and waits to be killed. */
final class KafkaJvm {
    private KafkaJvm() {}

    public static void main(String[] args) throws Exception {
        LocalKafka server = LocalKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        server.endpoint().createTopics(new NewTopic("kept", 1, (short) 1));
        send(server.bootstrapServers(), "kept", "seven");
        System.out.println("started");
        new CountDownLatch(1).await();
    }

    static void send(String bootstrapServers, String topic, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8))).get();
        }
    }
}
