package com.fabricadeagentes.llm.offline;

import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelProvider;
import com.fabricadeagentes.llm.ModelProviderContract;
import com.fabricadeagentes.llm.ModelRequest;
import java.util.List;
import java.util.Map;

class OfflineContractTest extends ModelProviderContract {

    @Override
    protected ModelProvider provider() {
        return new OfflineProvider();
    }

    @Override
    protected ModelRequest request() {
        var story = Map.<String, Object>of(
                "key", "SHOP-1",
                "title", "Cadastro de produtos com nome, preço e estoque",
                "description", "",
                "acceptance_criteria", List.of());
        var opening = PlayedConversation.opening("java", story) + PlayedConversation.task("development");
        var tools = List.of(tool("list_files"), tool("read_file"), tool("write_file"), tool("finish"));
        return new ModelRequest("code_generator", "offline", "", tools, List.of(Message.user(opening)), 1000);
    }
}
