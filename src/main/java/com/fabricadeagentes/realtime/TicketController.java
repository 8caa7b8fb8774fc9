package com.fabricadeagentes.realtime;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Live", description = "Following what happens as it happens.")
class TicketController {

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @param ticket for {@code /ws?ticket=…}, once, within thirty seconds */
    record TicketAnswer(String ticket) {}

    @PostMapping("/api/v1/ws/tickets")
    @Operation(summary = "Get a ticket for the WebSocket", description = "It serves once, for thirty seconds.")
    TicketAnswer issue() {
        return new TicketAnswer(tickets.issue());
    }
}
