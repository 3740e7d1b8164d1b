using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site.Accounts;

/// <summary>What a password must be, and how it is kept: salted and hashed slowly, by the framework.</summary>
public static class Passwords
{
    public const int Shortest = 12;

    /// <summary>More would only make the server work.</summary>
    public const int Longest = 256;

    private const int LeastDifferent = 6;

    public static PasswordHasher<Account> Hasher { get; } = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    /// <summary>Long, not made of few characters, and not the name: length keeps guessers out, not kinds of characters.</summary>
    public static bool IsStrong(string name, string password) =>
        password.Length is >= Shortest and <= Longest && password.Distinct().Count() >= LeastDifferent
        && !(name.Length > 3 && password.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A password to begin with, easy to read out: 100 random bits in five groups.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 4)));

    public static string Hash(Account account, string password) => Hasher.HashPassword(account, password);
}
