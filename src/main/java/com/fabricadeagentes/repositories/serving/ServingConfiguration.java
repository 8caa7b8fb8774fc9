package com.fabricadeagentes.repositories.serving;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.repositories.GitAccess;
import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.store.BareRepositories;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.errors.UnpackException;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.http.server.GitSmartHttpTools;
import org.eclipse.jgit.http.server.ReceivePackErrorHandler.ReceivePackRunnable;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.resolver.ServiceNotEnabledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the git server under {@code /git}. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServingConfiguration.class);
    private static final String SUFFIX = ".git";
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long LARGEST_OBJECT = 100L << 20;

    @Bean
    ServletRegistrationBean<GitDoor> gitServer(
            GitAccess access, BareRepositories bare, RepositoriesProperties properties) {
        var registration = new ServletRegistrationBean<>(door(access, bare, properties), "/git/*");
        registration.setName("git");
        return registration;
    }

    static GitDoor door(GitAccess access, BareRepositories bare, RepositoriesProperties properties) {
        var git = new GitServlet();
        git.setAsIsFileService(AsIsFileService.DISABLED);
        git.setRepositoryResolver((_, name) -> open(access, bare, name));
        git.setUploadPackFactory((_, repository) -> uploadPack(repository));
        git.setReceivePackFactory((_, repository) -> receivePack(repository, properties));
        git.setReceivePackErrorHandler(ServingConfiguration::receive);
        return new GitDoor(access, git);
    }

    /** A bad or oversized pack is no fault of ours: the client is told, in git's own way. */
    private static void receive(HttpServletRequest request, HttpServletResponse response, ReceivePackRunnable receive)
            throws IOException {
        try {
            receive.receive();
        } catch (UnpackException | CorruptObjectException | TransportException refused) {
            var why = String.valueOf(
                    Objects.requireNonNullElse(refused.getCause(), refused).getMessage());
            LOG.atInfo().addKeyValue("why", why).log("a push was refused");
            if (!response.isCommitted()) {
                GitSmartHttpTools.sendError(request, response, HttpServletResponse.SC_OK, why);
            }
        }
    }

    private static Repository open(GitAccess access, BareRepositories bare, String name)
            throws RepositoryNotFoundException {
        var project = name.endsWith(SUFFIX)
                ? access.project(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.<ProjectId>empty();
        try {
            return bare.open(project.orElseThrow(() -> new RepositoryNotFoundException(name)));
        } catch (Refused notReady) {
            throw new RepositoryNotFoundException(name, notReady);
        }
    }

    private static UploadPack uploadPack(Repository repository) {
        var pack = new UploadPack(repository);
        pack.setRefFilter(ServingConfiguration::shown);
        pack.setTimeout((int) SILENCE.toSeconds());
        return pack;
    }

    private static ReceivePack receivePack(Repository repository, RepositoriesProperties properties)
            throws ServiceNotEnabledException {
        if (!Scope.current().permits(GitDoor.PUSH)) {
            throw new ServiceNotEnabledException("This needs the permission " + GitDoor.PUSH + ".");
        }
        var pack = new ReceivePack(repository);
        pack.setRefFilter(ServingConfiguration::shown);
        pack.setAllowNonFastForwards(true);
        pack.setAllowDeletes(true);
        pack.setAtomic(true);
        pack.setPreReceiveHook(new PushRules());
        pack.setObjectChecker(new ObjectChecker().setSafeForMacOS(true));
        pack.setMaxObjectSizeLimit(LARGEST_OBJECT);
        pack.setMaxPackSizeLimit(properties.pushSize().toBytes());
        pack.setTimeout((int) SILENCE.toSeconds());
        return pack;
    }

    /** Checkpoints stay hidden. */
    private static Map<String, Ref> shown(Map<String, Ref> refs) {
        var shown = new LinkedHashMap<String, Ref>();
        refs.forEach((name, ref) -> {
            if (name.equals(Constants.HEAD)
                    || name.startsWith(Constants.R_HEADS)
                    || name.startsWith(Constants.R_TAGS)) {
                shown.put(name, ref);
            }
        });
        return shown;
    }
}
