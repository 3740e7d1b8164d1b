using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Tests.Search;

public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("activation", "activ")]
    [InlineData("activated", "activ")]
    [InlineData("licenses", "licens")]
    [InlineData("replacing", "replac")]
    [InlineData("keys", "key")]
    [InlineData("retries", "retri")]
    [InlineData("retry", "retri")]
    [InlineData("generally", "general")]
    [InlineData("communities", "communiti")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("consistency", "consist")]
    [InlineData("rationalization", "ration")]
    [InlineData("news", "news")]
    [InlineData("proceed", "proceed")]
    [InlineData("agreed", "agre")]
    [InlineData("gas", "gas")]
    [InlineData("hresult", "hresult")]
    [InlineData("naïve", "naïve")]
    public void Words_are_stemmed(string word, string stem) => Assert.Equal(stem, new PorterStemmer().Stem(word).ToString());
}
