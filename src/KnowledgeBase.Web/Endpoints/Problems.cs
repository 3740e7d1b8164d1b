using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The one shape of an error of the API: `application/problem+json` with the parameter at fault.</summary>
public static class Problems
{
    /// <summary>400: this parameter is wrong, for this reason.</summary>
    public static ValidationProblem Parameter(string name, string reason) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [name] = [reason] }, title: $"The parameter '{name}' is wrong.");

    public static ProblemHttpResult Missing(string what) => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: what);
}
