package com.fabricadeagentes.applications;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{id}/app")
@Tag(name = "Applications", description = "The application a project's main branch makes, run in a box.")
class ApplicationController {

    private final ManageApplications manage;

    ApplicationController(ManageApplications manage) {
        this.manage = manage;
    }

    @PostMapping("/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Start the application from main's newest commit",
            description = "Goes on in the background: STARTING until it answers. One that is up is left as it is.")
    ApplicationAnswer start(@PathVariable String id) {
        manage.start(id);
        return manage.read(id);
    }

    @PostMapping("/stop")
    @Operation(summary = "Stop the application", description = "Of no effect where it does not run.")
    ApplicationAnswer stop(@PathVariable String id) {
        manage.stop(id);
        return manage.read(id);
    }

    @GetMapping
    @Operation(summary = "Read the application's state")
    ApplicationAnswer one(@PathVariable String id) {
        return manage.read(id);
    }

    @GetMapping(path = "/logs", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "Read the end of what the application, or its build, printed", description = "At most 64 KiB.")
    String logs(@PathVariable String id) {
        return manage.logs(id);
    }
}
