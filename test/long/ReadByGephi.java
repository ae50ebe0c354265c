import java.io.File;
import java.io.StringReader;
import java.util.stream.Collectors;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a file as Gephi does and prints what it understood, a line a thing: node, edge, span, complaint. */
public class ReadByGephi {
  public static void main(String[] args) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    String report = container.getReport() == null ? "" : String.valueOf(container.getReport().getText());
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    System.out.println("dynamic\t" + model.isDynamic() + "\t" + model.getTimeFormat());
    Interval span = model.getTimeBounds();
    System.out.println("span\t" + span.getLow() + "\t" + span.getHigh());
    Column kind = null;
    for (Column column : model.getNodeTable()) if (column.getTitle().equals("kind")) kind = column;
    for (Node node : model.getGraph().getNodes())
      System.out.println("node\t" + escape(node.getId().toString()) + "\t" + escape(node.getLabel()) + "\t" + node.getAttribute(kind));
    for (Edge edge : model.getGraph().getEdges())
      System.out.println("edge\t" + escape(edge.getSource().getId().toString()) + "\t" + escape(edge.getTarget().getId().toString())
          + "\t" + edge.getLabel() + "\t" + edge.getWeight());
    report.lines().filter(line -> line.contains("SEVERE") || line.contains("WARNING"))
        .forEach(line -> System.out.println("complaint\t" + line));
    System.out.flush();
    System.exit(0);
  }

  private static String escape(String text) {
    return text == null ? "" : text.chars().mapToObj(c -> c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c)).collect(Collectors.joining());
  }
}
