package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description: every command as a path of its own, made from its record, so it cannot fall behind. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {
    private static final String BASIC = "basic";
    private static final String ABOUT = """
            命令写，读取看。一个项目一份档案，什么也不删除。Commands write, reads show; nothing is ever deleted.

            **登录 / Sign-in.** HTTP Basic，用自己的账号；角色与园区范围与网页相同。连错五次锁定十五分钟。演示数据的账号：`zhuanyuan` `fuzeren` `lingdao` `ducha` `shenji` `admin`，密码 `demo-2026`。
            HTTP Basic with an account; roles and park scope are those of the screens.

            **金额 / Amounts.** `{"amount":"452000.00","currency":"CNY","unit":"万元"}`，单位 元、万元、亿元；美元用 美元、万美元，与人民币分开，不相加。不写单位就是元或美元。
            用地 `{"value":"120","unit":"亩"}`，单位 亩、㎡。日期 `2023-11-30`，月份 `2023-11`，时刻 UTC。

            **错误 / Errors.** `application/problem+json`（RFC 9457）：`code` 是规则代码，`detail` 用请求的语言（`Accept-Language: zh` 或 `en`），`errors[]` 指出每个字段。被拒绝的命令什么也不存。

            **回到某一天 / As of.** 读取都可带 `asOf=2023-08-31`（业务日期）和 `knownAt=2023-09-01T00:00:00Z`（只算到那一刻录入的；领导、督查、审计才能用，不写 `asOf` 就看那一刻当天）。
            `knownAt` is for leaders, supervisors and auditors; without `asOf` it is as of the day of that instant.
            """;

    @Bean
    OpenApiCustomizer describeCommands(CommandCatalog catalog, Dictionaries dictionaries) {
        return api -> {
            api.info(new Info().title("五未 Wuwei").version("v1").description(ABOUT));
            api.servers(List.of(new Server().url("/")));
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            api.components(components);
            components.addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
            api.addSecurityItem(new SecurityRequirement().addList(BASIC));
            values(components);
            RecordSchemas schemas = new RecordSchemas(components, dictionaries);
            Paths paths = new Paths();
            catalog.all()
                    .forEach(entry -> paths.addPathItem(
                            "/api/v1/commands/" + entry.name(),
                            new PathItem().post(command(entry, schemas.add(entry.type(), true)))));
            batch(api);
            api.getPaths().forEach((path, item) -> {
                if (!path.equals("/api/v1/commands/{name}")) {
                    paths.addPathItem(path, item);
                }
            });
            api.setPaths(paths);
            refusals(api);
        };
    }

    private static void values(Components components) {
        Schema<?> money = RecordSchemas.of("object");
        money.addProperty("amount", RecordSchemas.of("string", "number").example("452000.00"));
        money.addProperty("currency", enumerated("CNY", "USD"));
        money.addProperty("unit", enumerated("元", "万元", "亿元", "美元", "万美元", "亿美元"));
        money.required(List.of("amount", "currency")).additionalProperties(false);
        money.example(Map.of("amount", "452000.00", "currency", "CNY", "unit", "万元"));
        components.addSchemas("Money", money);
        Schema<?> area = RecordSchemas.of("object");
        area.addProperty("value", RecordSchemas.of("string", "number").example("120"));
        area.addProperty("unit", enumerated("亩", "㎡"));
        area.required(List.of("value", "unit")).additionalProperties(false);
        area.example(Map.of("value", "120", "unit", "亩"));
        components.addSchemas("Area", area);
        Schema<?> accepted = RecordSchemas.of("object");
        accepted.addProperty("id", RecordSchemas.of("string").format("uuid"));
        accepted.addProperty("projectId", RecordSchemas.of("string", "null").format("uuid"));
        accepted.addProperty("projectNo", RecordSchemas.of("string", "null").example("ZS-2023-0042"));
        accepted.addProperty("sequence", RecordSchemas.of("integer").format("int64"));
        accepted.addProperty("position", RecordSchemas.of("integer").format("int64"));
        Schema<?> created = RecordSchemas.of("object");
        created.additionalProperties(RecordSchemas.of("string").format("uuid"));
        accepted.addProperty("created", created.description("服务器生成的编号 / ids that the server made"));
        components.addSchemas("Accepted", accepted);
        Schema<?> error = RecordSchemas.of("object");
        error.addProperty("field", RecordSchemas.of("string", "null").example("details.intendedInvestment"));
        error.addProperty("code", RecordSchemas.of("string").example("shared.required"));
        error.addProperty("message", RecordSchemas.of("string"));
        components.addSchemas("FieldError", error);
        Schema<?> problem = RecordSchemas.of("object");
        problem.addProperty("type", RecordSchemas.of("string"));
        problem.addProperty("title", RecordSchemas.of("string"));
        problem.addProperty("status", RecordSchemas.of("integer"));
        problem.addProperty("detail", RecordSchemas.of("string"));
        problem.addProperty("code", RecordSchemas.of("string").example("lead.already-adopted"));
        problem.addProperty("errors", RecordSchemas.of("array").items(RecordSchemas.ref("FieldError")));
        components.addSchemas("Problem", problem);
    }

    private static Schema<?> enumerated(String... values) {
        Schema<Object> schema = cast(RecordSchemas.of("string"));
        schema.setEnum(new ArrayList<>(List.of(values)));
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Schema<Object> cast(Schema<?> schema) {
        return (Schema<Object>) schema;
    }

    private static Operation command(CommandCatalog.Entry entry, String schema) {
        String key = "command." + entry.name();
        String roles = entry.roles().stream()
                .map(role -> Words.text(role, I18n.CHINESE))
                .collect(Collectors.joining("、"));
        return new Operation()
                .addTagsItem(entry.name().substring(0, entry.name().indexOf('.')))
                .operationId(entry.name())
                .summary(I18n.has(key) ? I18n.text(I18n.CHINESE, key) : entry.name())
                .description((I18n.has(key) ? I18n.text(I18n.ENGLISH, key) + ".\n\n" : "") + "角色 / roles: " + roles
                        + " (" + entry.roles().stream().map(Role::name).collect(Collectors.joining(", ")) + ")")
                .parameters(commandParameters())
                .requestBody(new RequestBody().required(true).content(json(RecordSchemas.ref(schema))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("已存 / stored")
                                        .content(json(RecordSchemas.ref("Accepted")))));
    }

    private static List<Parameter> commandParameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new HeaderParameter()
                .name(CommandController.IDEMPOTENCY_KEY)
                .required(false)
                .description("同一键同一内容再发，答复与第一次相同，什么也不再存；内容不同则 409 / the same key and body again gives the first answer")
                .schema(RecordSchemas.of("string").maxLength(200)));
        parameters.add(new QueryParameter()
                .name("wait")
                .required(false)
                .description("默认 true：读得到了才答复 / answers when reads show it")
                .schema(RecordSchemas.of("boolean")));
        return parameters;
    }

    private static void batch(OpenAPI api) {
        Operation batch = api.getPaths().get("/api/v1/commands").getPost();
        Schema<?> row = RecordSchemas.of("object");
        row.addProperty("command", RecordSchemas.of("string").example("lead.LogVisit"));
        row.addProperty("body", RecordSchemas.of("object").description("命令的内容 / the command's record"));
        row.addProperty("idempotencyKey", RecordSchemas.of("string").maxLength(200));
        row.required(List.of("command", "body"));
        batch.summary("一次发多条命令，逐行答复；atomic=true 要么全存，要么全不存");
        batch.description(
                "Up to 1000 rows, answered row by row; `?atomic=true` stores all or nothing. With an"
                        + " `Idempotency-Key` each row's key is that key, `#` and the row's number, unless the row brings its own.");
        batch.requestBody(new RequestBody()
                .required(true)
                .content(json(RecordSchemas.of("array").items(row).maxItems(CommandController.MOST_ROWS))));
    }

    /** Every operation may be refused, and always in the same shape. */
    private static void refusals(OpenAPI api) {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("400", "读不懂 / cannot be read");
        refusals.put("401", "没有登录 / not signed in");
        refusals.put("403", "角色或园区不符 / not yours to do");
        refusals.put("404", "没有 / not found");
        refusals.put("409", "冲突 / in conflict");
        refusals.put("422", "有要改的地方 / something is to be put right");
        refusals.put("429", "试错太多次 / too many tries");
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(operation -> refusals.forEach((status, words) -> operation
                        .getResponses()
                        .addApiResponse(
                                status,
                                new ApiResponse()
                                        .description(words)
                                        .content(new Content()
                                                .addMediaType(
                                                        Problem.MEDIA_TYPE,
                                                        new MediaType().schema(RecordSchemas.ref("Problem")))))));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
