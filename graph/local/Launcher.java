import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs a Neo4j server in HOME until the file HOME/running is gone, so that it can be stopped on any system, in order, and
 * without ending a stranger's process that got its number. With a second argument also until that process is gone.
 */
public class Launcher {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Path running = home.resolve("running");
    DatabaseManagementService server =
        new DatabaseManagementServiceBuilder(home)
            .loadPropertiesFromFile(home.resolve("conf").resolve("neo4j.conf"))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    while (Files.exists(running) && (args.length < 2 || isAlive(Long.parseLong(args[1])))) Thread.sleep(200);
    System.exit(0);
  }

  private static boolean isAlive(long process) {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }
}
