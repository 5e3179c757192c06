#include "indexer/pipeline/companions.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/readers/tables/comment_files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

void write(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_SUITE("companions") {
  TEST_CASE("comments kept as data of a site belong to the post of their name") {
    const test::TemporaryFolder folder;
    const std::string root = folder.path();
    write(root + "/site/_data/comments/tides/b.yml", "name: Bo\nmessage: Two.\n");
    write(root + "/site/_data/comments/tides/a.yml", "name: Ann\nmessage: One.\n");
    write(root + "/site/_data/comments/gone/a.yml", "name: Ann\nmessage: One.\n");
    write(root + "/site/_posts/2024/2024-03-20-tides.md", "Text.");
    Companions companions;
    const auto of = companions.of(root + "/site/_posts/2024/2024-03-20-tides.md", root);
    REQUIRE(of.size() == 2);
    CHECK(of[0] == root + "/site/_data/comments/tides/a.yml");
    CHECK(companions.of(root + "/site/_posts/other.md", root).empty());
    CHECK(companions.is_companion(of[0]));
    CHECK_FALSE(companions.is_companion(root + "/site/_posts/other.md"));
    std::vector<Finding> findings;
    companions.report_unused(findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].path == root + "/site/_data/comments/gone");
    // Nothing above the root is looked at.
    CHECK(Companions()
              .of(root + "/site/_posts/2024/2024-03-20-tides.md", root + "/site/_posts")
              .empty());
    const std::uint64_t before = hash_of(of);
    write(of[1], "name: Bo\nmessage: Three words.\n");
    CHECK(hash_of(of) != before);
    CHECK(hash_of(std::vector<std::string>()) == 0);
  }

  TEST_CASE("all comments of a post may stand in the list of one file") {
    const test::TemporaryFolder folder;
    const std::string root = folder.path();
    const std::string list = root + "/_data/comments/tides.yml";
    write(list,
          "# kept by hand\n---\n- id: 7\n  name: Ann\n  message: |\n    One.\n\n    - and more\n"
          "-\n  id: 8\n  name: Bo\n  message: Two.\n  parent: 7\n"
          "- name: Cy\n  hidden: true\n  message: Three.\n- name: Di\n  message: Four.\n");
    write(root + "/_data/comments/ebb.json", "[{\"name\":\"Eve\",\"message\":\"Five.\"},1]");
    write(root + "/_posts/2024-03-20-tides.md", "Text.");
    Companions companions;
    CHECK(companions.of(root + "/_posts/2024-03-20-tides.md", root) ==
          std::vector<std::string>{list});
    CHECK(companions.is_companion(list));
    std::vector<Finding> findings;
    companions.report_unused(findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].path == root + "/_data/comments/ebb");
    Collected told;
    Source post = Source::of_memory("tides.md", "Text.");
    post.set_companions({list, root + "/_data/comments/ebb.json"});
    const auto comments = read_comment_files(post, told);
    REQUIRE(comments.size() == 4);
    CHECK(comments[0].text == "One.\n\nand more");
    CHECK(comments[1].author == "Bo");
    CHECK(comments[1].parent_id == "7");
    CHECK(comments[2].author == "Di");
    CHECK(comments[3].text == "Five.");
    CHECK(told.has("not-approved"));
  }

  TEST_CASE("a table of comments belongs to the table of articles beside it") {
    const test::TemporaryFolder folder;
    const std::string root = folder.path();
    write(root + "/gnm_articles.csv", "x");
    write(root + "/gnm_comments.csv", "x");
    write(root + "/old_comments.csv", "x");
    Companions companions;
    CHECK(companions.of(root + "/gnm_articles.csv", root) ==
          std::vector<std::string>{root + "/gnm_comments.csv"});
    CHECK(companions.is_companion(root + "/gnm_comments.csv"));
    CHECK_FALSE(companions.is_companion(root + "/old_comments.csv"));
    CHECK_FALSE(companions.is_companion(root + "/gnm_articles.csv"));
  }

  TEST_CASE("what comments belong to changes with them") {
    const auto changed_with = Companions::changed_with;
    CHECK(changed_with("/s/_posts/tides.md") == "/s/_posts/tides.md");
    CHECK(changed_with("/s/_data/comments/tides/a.yml") == "/s");
    CHECK(changed_with("/s/_data/comments/tides") == "/s");
    CHECK(changed_with("/s/data/comments/tides.json") == "/s");
    CHECK(changed_with("/s/data/comments") == "/s");
    CHECK(changed_with("/data/comments/s/a/tides.md") == "/data/comments/s/a/tides.md");
    CHECK(changed_with("/_data/comments/tides.yml") == "/");
    CHECK(changed_with("/s/my_comments.csv") == "/s/my_articles.csv");
    CHECK(changed_with("/s/my_comment_threads.csv") == "/s/my_articles.csv");
  }

  TEST_CASE("a folder of comments that cannot be read is told") {
    const test::TemporaryFolder folder;
    const std::string root = folder.path();
    const std::string comments = root + "/_data/comments";
    write(comments + "/ebb/a.yml", "message: One.\n");
    write(comments + "/tides/a.yml", "message: One.\n");
    std::filesystem::permissions(comments + "/tides", std::filesystem::perms::none);
    Companions companions;
    CHECK(companions.of(root + "/ebb.md", root).size() == 1);
    const auto of_tides = companions.of(root + "/tides.md", root);
    std::filesystem::permissions(comments + "/tides", std::filesystem::perms::owner_all);
    if (::geteuid() == 0) return;  // who may read everything
    CHECK(of_tides.empty());
    REQUIRE(companions.unreadable().size() == 1);
    CHECK(companions.unreadable()[0].path == comments + "/tides");
  }

  TEST_CASE("files of comments are read in the order of their times, with their threads") {
    const test::TemporaryFolder folder;
    const std::string root = folder.path();
    write(root + "/1.yml",
          "_id: aa\nname: Bo Ek\nemail: 0123abcd\ndate: '2024-03-21T10:00:00Z'\n"
          "message: |-\n  Second.\n\n  With *two* paragraphs.\nreplying_to_uid: bb\n");
    write(root + "/2.yml",
          "---\n_id: bb\nname: Ann Lee\ndate: 2024-03-20T10:00:00Z\nmessage: \"<p>First.</p>"
          "<p>Too.</p>\"\n_parent: tides\n");
    write(root + "/3.json",
          "{\"name\":\"Cy\",\"date\":\"2024-03-22T10:00:00Z\",\"message\":\"x\"}");
    write(root + "/4.yml", "hidden: true\nmessage: y\n");
    write(root + "/5.json", "{\"name\":");
    Collected told;
    Source post = Source::of_memory("tides.md", "Text.");
    post.set_companions(
        {root + "/1.yml", root + "/2.yml", root + "/3.json", root + "/4.yml", root + "/5.json"});
    const auto comments = read_comment_files(post, told);
    REQUIRE(comments.size() == 3);
    CHECK(comments[0].author == "Ann Lee");
    CHECK(comments[0].text == "First.\n\nToo.");
    CHECK(comments[0].parent_id.empty());
    CHECK(comments[1].text == "Second.\n\nWith two paragraphs.");
    CHECK(comments[1].parent_id == "bb");
    CHECK(to_string(*comments[1].published) == "2024-03-21");
    CHECK(comments[2].author == "Cy");
    CHECK(told.has("not-approved"));
    CHECK(told.told().find("'5.json' was not read") != std::string::npos);
  }
}

}  // namespace
}  // namespace postil::index
