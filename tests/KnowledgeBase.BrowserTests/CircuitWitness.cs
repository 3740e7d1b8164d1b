using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KnowledgeBase.BrowserTests;

/// <summary>Tells the tests of each circuit.</summary>
internal sealed class CircuitWitness(AuthenticationStateProvider who, OpenCircuits open) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.Open(circuit.Id, who);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.Closed(circuit.Id);
        return Task.CompletedTask;
    }
}
