package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.repositories.founding.FoundingOrder.Skeleton;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;

/** The files a stack begins with. The next stack is one more directory of resources. */
final class Skeletons {

    private static final Set<String> STACKS = Set.of("java", "node", "python");

    private Skeletons() {}

    /** @return content by path */
    static SortedMap<String, String> files(Skeleton order) throws Unusable, IOException {
        if (!STACKS.contains(order.stack())) {
            throw new Unusable("There is no skeleton for the stack " + order.stack() + ".");
        }
        var root = "skeletons/" + order.stack() + "/";
        var files = new TreeMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + root + "**")) {
            if (isFile(file)) {
                var url = file.getURL().toString();
                var path = url.substring(url.lastIndexOf(root) + root.length());
                files.put(path, filled(file.getContentAsString(StandardCharsets.UTF_8), path, order));
            }
        }
        return files;
    }

    private static boolean isFile(Resource resource) throws IOException {
        return resource.isReadable() && !resource.getURL().toString().endsWith("/");
    }

    /** The name comes from people: it stands in Markdown only, with what could be markup written out. */
    private static String filled(String text, String path, Skeleton order) {
        var name = path.endsWith(".md") ? HtmlUtils.htmlEscape(oneLine(order.name())) : order.key();
        return text.replace("@artifact@", order.key().toLowerCase(Locale.ROOT)).replace("@name@", name);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
