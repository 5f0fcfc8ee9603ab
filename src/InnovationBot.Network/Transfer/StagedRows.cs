using System.Linq.Expressions;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace InnovationBot.Network.Transfer;

/// <summary>A row that an import may bring.</summary>
public interface IStaged
{
    /// <summary>The import that is still bringing it.</summary>
    ImportId? StagedBy { get; set; }
}

/// <summary>
/// What an import is still bringing is not there for any query that does not ask for it with <c>IgnoreQueryFilters</c>. Every
/// context of the store has it: a filter in the model would say the same, but a compiled model can hold none.
/// </summary>
public sealed class StagedRows : IQueryExpressionInterceptor
{
    public static readonly StagedRows AreHidden = new();

    private StagedRows()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var hiding = new Hiding(eventData.Context!.Model.FindEntityType(typeof(Import))!);
        var hidden = hiding.Visit(queryExpression);
        return hiding.IsAskedFor ? queryExpression : hidden;
    }

    private sealed class Hiding(IEntityType imports) : ExpressionVisitor
    {
        public bool IsAskedFor { get; private set; }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            IsAskedFor |= node.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions) && node.Method.Name == nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.ElementType == typeof(Organisation) => Standing<Organisation>(root),
            EntityQueryRootExpression root when root.ElementType == typeof(Member) => Standing<Member>(root),
            EntityQueryRootExpression root when root.ElementType == typeof(Case) => Standing<Case>(root),
            _ => base.VisitExtension(node),
        };

        private MethodCallExpression Standing<T>(EntityQueryRootExpression rows) where T : class, IStaged
        {
            Expression<Func<T, IQueryable<Import>, bool>> stands = (row, all) => row.StagedBy == null || all.Any(import => import.Id == row.StagedBy && import.PublishedAt != null);
            var body = ReplacingExpressionVisitor.Replace(stands.Parameters[1], new EntityQueryRootExpression(imports), stands.Body);
            return Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], rows, Expression.Quote(Expression.Lambda<Func<T, bool>>(body, stands.Parameters[0])));
        }
    }
}
