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
        Cadastro de sensores com nome, leitura e saldo. A leitura nunca é negativa. O saldo nunca fica abaixo de zero. | sensores: nome string required; leitura decimal >=0; saldo decimal >=0
        Manage sensors with name, reading and drift. The reading is never negative. The drift never goes below zero. | sensors: name string required; reading decimal >=0; drift decimal >=0
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Supplier catalog // Suppliers have company name, contact email, credit limit, since date and active. Company name is required. Credit limit cannot exceed 50000. | suppliers: company_name string required; contact_email email; credit_limit money <=50000; since_date date; active boolean
        Register beehives // As a beekeeper I want to register beehives with code, location, frames, honey yield in kg and inspected on date, so that I can follow them // Code is required and unique // Frames must be between 1 and 20 // Inspection date cannot be in the future // I can list and filter beehives | beehives: code string required unique; location string; frames decimal >=1 <=20; honey_yield decimal; inspected_on_date date past-or-today
        Cadastro de fornecedores // Como comprador quero cadastrar fornecedores com razão social, CNPJ, e-mail de contato, limite de crédito e data de fundação. // A razão social é obrigatória e tem no máximo 100 caracteres // O CNPJ é único // O limite de crédito deve ser maior ou igual a zero // O e-mail deve ser válido // A data de fundação deve estar no passado | fornecedores: razao_social string required 100max; cnpj string unique; email_de_contato email; limite_de_credito money >=0; data_de_fundacao date past
        Gestão de aeronaves // Quero manter aeronaves com prefixo, modelo, horas de voo, valor do seguro e próxima revisão. Prefixo não pode se repetir. Horas de voo não pode ser negativo. Próxima revisão deve ser uma data futura. | aeronaves: prefixo string required unique; modelo string; horas_de_voo integer >=0; valor_do_seguro money >=0; proxima_revisao date future
        Create a product inventory // Fields:¶- name: text, required, unique¶- quantity: integer, at least 0¶- price: money, greater than 0¶- category: one of food, toy, other¶- expires on: date | products: name string required unique; quantity integer >=0; price money >0; category choice [food, toy, other]; expires_on date
        Cadastro de pets // Campos: nome, espécie, peso, nascimento e vacinado. Nome é obrigatório e deve ter entre 2 e 40 caracteres. Peso deve ser maior que 0 e no máximo 200. | pets: nome string required 2min 40max; especie string; peso decimal >0 <=200; nascimento date; vacinado boolean
        Cadastro de contêineres // Quero registrar contêineres com código, porto, peso bruto, lacrado e e-mail do despachante para controlar as cargas // Dado um código já existente, quando cadastro, então recebo erro 409 // Peso bruto entre 100 e 30480 | conteineres: codigo string required unique; porto string; peso_bruto decimal >=100 <=30480; lacrado boolean; email_do_despachante email
        Book reviews // Users can create, list, filter, change and delete reviews with reviewer, book, rating, comment and reviewed on. Rating must be an integer from 1 to 5. Comment is optional and limited to 500 characters. | reviews: reviewer string required; book string; rating integer >=1 <=5; comment text 500max; reviewed_on date
        """)
    void descriptions_and_criteria_are_read_together(String text, String expected) {
        var parts = List.of(text.replace('¶', '\n').split(" // "));
        var story = new Story("SHOP-1", parts.getFirst(), parts.get(1), parts.subList(2, parts.size()));
        var reading = StoryReader.read(story, Design.EMPTY);
        assertThat(reading.unread()).isEmpty();
        assertThat(described(reading.design())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The name must start with a capital letter",
                "A list is exported as CSV",
                "The manager must approve each wine",
                "Price must be positive and must end in 99"
            })
    void what_is_demanded_and_not_understood_is_told(String criterion) {
        var reading = StoryReader.read(story("Manage wines with name and price", criterion), Design.EMPTY);
        assertThat(reading.understood()).isFalse();
        assertThat(reading.unread()).containsExactly(criterion);
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
