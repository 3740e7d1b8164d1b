using System.Diagnostics.Metrics;
using KnowledgeBase.Web.Circuits;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>Circuits against their limits, for whoever watches the site.</summary>
public sealed class CircuitMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "KnowledgeBase.Circuits";

    public CircuitMetrics(IMeterFactory meters, CircuitCount count)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge("knowledge_base.circuits.open", () => count.Open, "{circuit}", "Open circuits.");
        meter.CreateObservableCounter("knowledge_base.circuits.refused", () => count.Refused, "{circuit}", "Circuits refused because a limit was reached.");
    }
}
