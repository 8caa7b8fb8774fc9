package com.fabricadeagentes.llm.offline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
        Cadastro de produtos com nome, preço e estoque | produtos: nome string required; preco money >=0; estoque integer >=0
        Cadastro de veleiros com nome, comprimento em metros, ano de fabricação, preço do aluguel e e-mail do dono; o nome é único e o comprimento deve ser entre 3 e 60 | veleiros: nome string required unique; comprimento decimal >=3 <=60; ano_de_fabricacao integer; preco_do_aluguel money >=0; email_do_dono email
        As a librarian I want to register manuscripts with shelf mark, title, weight, acquired on date and curator email; shelf mark is required and unique; weight must be positive | manuscripts: shelf_mark string required unique; title string; weight decimal >0; acquired_on_date date; curator_email email
        Cadastro de ordens de serviço com número (obrigatório, único), descrição, data de abertura, valor e situação (aberta, fechada). A data de abertura não pode ser no futuro. | ordens de servico: numero integer required unique; descricao text; data_de_abertura date past-or-today; valor money >=0; situacao choice [aberta, fechada]
        Manage telescopes with serial number, aperture, focal ratio, purchased on and owner email. Aperture must be at least 50 and at most 3000. Serial number is mandatory and must not be duplicated. | telescopes: serial_number string required unique; aperture decimal >=50 <=3000; focal_ratio decimal; purchased_on date; owner_email email
        Quero cadastrar abelhas-rainhas com apelido, colmeia, nascimento, produção diária e vacinada. O apelido deve ter no máximo 20 caracteres. A produção diária não pode ser negativa. | abelhas rainhas: apelido string required 20max; colmeia string; nascimento date; producao_diaria decimal >=0; vacinada boolean
        Each vehicle has a plate, a model, a year between 1950 and 2030, a daily rate and a status (available, rented or sold). The plate is unique. | vehicles: plate string required unique; model string; year integer >=1950 <=2030; daily_rate decimal; status choice [available, rented, sold]
        CRUD of wines with name (required, max 60 characters), vintage, grape, price greater than zero and tasting notes | wines: name string required 60max; vintage integer; grape string; price money >0; tasting_notes text
        Cadastro de classes com class, package, id, preço | classes: class string required; package string; classe_id string; preco money >=0
        I want to keep track of meteorites with a name, a mass that must be positive, a fall date that cannot be in the future, latitude and longitude. Latitude must be between -90 and 90. | meteorites: name string required; mass decimal >0; fall_date date past-or-today; latitude decimal >=-90 <=90; longitude decimal
        """)
    void stories_are_read_as_resources_with_fields_and_rules(String text, String expected) {
        var reading = StoryReader.read(story(text), Design.EMPTY);
        assertThat(reading.unread()).isEmpty();
        assertThat(described(reading.design())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Login com email e senha",
                "Login with email and password",
                "As a user I want to sign in with my e-mail and password"
            })
    void login_is_understood(String text) {
        var reading = StoryReader.read(story(text), Design.EMPTY);
        assertThat(reading.understood()).isTrue();
        assertThat(reading.design().login()).contains(new Design.Login(8));
    }

    static Story story(String text, String... criteria) {
        return new Story("SHOP-1", text, "", List.of(criteria));
    }

    static String described(Design design) {
        return design.resources().stream()
                .map(resource -> resource.many() + ": "
                        + resource.fields().stream()
                                .map(StoryReaderTest::described)
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining(" / "));
    }

    private static String described(Field field) {
        var rules = field.rules().stream()
                .map(StoryReaderTest::described)
                .map(rule -> " " + rule)
                .collect(Collectors.joining());
        return field.name() + " " + field.type().name().toLowerCase(Locale.ROOT) + rules;
    }

    private static String described(Rule rule) {
        return switch (rule) {
            case Rule.Required() -> "required";
            case Rule.Unique() -> "unique";
            case Rule.AtLeast(var bound) -> ">=" + bound;
            case Rule.MoreThan(var bound) -> ">" + bound;
            case Rule.AtMost(var bound) -> "<=" + bound;
            case Rule.LessThan(var bound) -> "<" + bound;
            case Rule.MinLength(var least) -> least + "min";
            case Rule.MaxLength(var most) -> most + "max";
            case Rule.Past(var todayToo) -> todayToo ? "past-or-today" : "past";
            case Rule.Future(var todayToo) -> todayToo ? "future-or-today" : "future";
            case Rule.OneOf(var options) -> options.toString();
        };
    }
}
